package vn.congkhai.intake;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congkhai.board.Figures;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.catalogue.CatalogueFolder;
import vn.congkhai.catalogue.CatalogueProblem;
import vn.congkhai.catalogue.CatalogueReader;
import vn.congkhai.http.Failure;
import vn.congkhai.http.Problem;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.Text;
import vn.congkhai.journal.Journal;

/// Takes the catalogue's files as they are now, while the service goes on. The journal is read anew
/// by it, so figures that the old catalogue did not know are there, and those that the new one does
/// not know are gone from the board; the journal keeps all of them.
public final class CatalogueReload {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogueReload.class);

  private final Vertx vertx;
  private final String nameOrFolder;
  private final Figures figures;
  private final Journal journal;
  private boolean underWay;

  public CatalogueReload(Vertx vertx, String nameOrFolder, Figures figures, Journal journal) {
    this.vertx = vertx;
    this.nameOrFolder = nameOrFolder;
    this.figures = figures;
    this.journal = journal;
  }

  /// Completes with the catalogue that is in force then. Fails with a [Failure] that names every
  /// problem of the files, and nothing has changed. Call it on the journal's event loop.
  Future<Catalogue> reload() {
    if (underWay) {
      return Future.failedFuture(
          new Failure(
              Failure.Kind.CONFLICT,
              "Danh mục đang được đọc lại.",
              "The catalogue is being read again."));
    }
    underWay = true;
    return vertx
        .executeBlocking(() -> read(figures.catalogue()), false)
        .map(Objects::requireNonNull)
        .compose(this::replace)
        .onSuccess(catalogue ->
            LOG.info(
                "catalogue.reloaded catalogue={} version={}",
                catalogue.code(),
                catalogue.version()))
        .onComplete(_ -> underWay = false);
  }

  private Future<Catalogue> replace(Catalogue catalogue) {
    Figures fresh = new Figures(catalogue);
    return journal.reread(fresh, () -> figures.become(fresh)).map(catalogue);
  }

  private Catalogue read(Catalogue old) {
    CatalogueFolder folder = CatalogueFolder.named(nameOrFolder);
    if (folder == null) {
      throw refused(
          List.of(
              new Problem(
                  nameOrFolder,
                  "catalogue",
                  new Text("Thư mục không còn đó.", "The folder is no longer there."))));
    }
    return switch (CatalogueReader.read(folder)) {
      case CatalogueReader.Reading.Faulty(List<CatalogueProblem> problems) ->
          throw refused(problems.stream().map(CatalogueReload::told).toList());
      case CatalogueReader.Reading.Sound(Catalogue catalogue)
          when !catalogue.province().code().equals(old.province().code()) ->
          throw refused(
              List.of(
                  new Problem(
                      "catalogue.yaml",
                      "catalogue",
                      new Text(
                          "Danh mục là của tỉnh khác; nhật ký này của " + old.province().code(),
                          "The catalogue is another province’s; this journal is of "
                              + old.province().code()))));
      case CatalogueReader.Reading.Sound(Catalogue catalogue) -> {
        List<Problem> dropped = dropped(old, catalogue);
        if (!dropped.isEmpty()) {
          throw refused(dropped);
        }
        yield catalogue;
      }
    };
  }

  /// An agency that has sent something stays in the catalogue, ended if it no longer exists: else
  /// its published figures would be gone from the board.
  private List<Problem> dropped(Catalogue old, Catalogue next) {
    return old.agencies().stream()
        .map(Agency::code)
        .filter(code -> next.agency(code.value()) == null && figures.lastSubmission(code) != null)
        .map(code ->
            new Problem(
                "agencies.csv",
                "catalogue",
                new Text(
                    "“"
                        + code
                        + "” đã có số liệu công bố, không bỏ được; hãy ghi ngày thôi tồn tại.",
                    "“"
                        + code
                        + "” has published figures and cannot be left out; say when it ended.")))
        .toList();
  }

  private static Problem told(CatalogueProblem problem) {
    String place = problem.line() == 0 ? problem.file() : problem.file() + ":" + problem.line();
    return new Problem(place, "catalogue", problem.message());
  }

  private static Failure refused(List<Problem> problems) {
    return new Failure(
        Failure.Kind.REFUSED,
        new Text(
            "Danh mục có lỗi; danh mục cũ vẫn được dùng.",
            "The catalogue has faults; the old one stays in force."),
        problems);
  }
}
