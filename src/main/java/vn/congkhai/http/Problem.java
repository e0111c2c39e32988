package vn.congkhai.http;

import vn.congkhai.indicator.Text;

/// One thing that is wrong with a request's content.
///
/// @param pointer where, as a JSON pointer (RFC 6901); empty for the whole
/// @param code name of the rule that it breaks
public record Problem(String pointer, String code, Text message) {}
