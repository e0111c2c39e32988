package vn.congkhai.content;

/// What a template may be had as.
public enum TemplateFormat {
  CSV("csv", "text/csv; charset=utf-8"),
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String ending;
  private final String contentType;

  TemplateFormat(String ending, String contentType) {
    this.ending = ending;
    this.contentType = contentType;
  }

  /// The end of the file's name, without a point.
  public String ending() {
    return ending;
  }

  public String contentType() {
    return contentType;
  }

  /// The file. That of a workbook takes a while.
  public byte[] write(Template template) {
    return switch (this) {
      case CSV -> TemplateCsv.write(template);
      case XLSX -> TemplateXlsx.write(template);
    };
  }
}
