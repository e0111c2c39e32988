package vn.congkhai.journal;

import vn.congkhai.indicator.Submission;

/// A submission in its place in the chain.
///
/// @param content canonical JSON of the submission, what the hash was taken over
public record Link(Submission submission, String content, Hash hash) {}
