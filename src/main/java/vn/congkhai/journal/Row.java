package vn.congkhai.journal;

/// A row of the journal as it is stored, before anybody believed it.
public record Row(long number, String content, Hash hash) {
  /// The link, or a failure when the content is not a submission of this number.
  ///
  /// @throws MalformedContent when it is not
  public Link link() {
    var submission = SubmissionJson.decode(content);
    if (submission.number() != number) {
      throw new MalformedContent("content is of submission " + submission.number());
    }
    return new Link(submission, content, hash);
  }
}
