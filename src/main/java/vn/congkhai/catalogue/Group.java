package vn.congkhai.catalogue;

import vn.congkhai.indicator.Text;

/// A heading of the board with the indicators below it.
public record Group(String code, Text name) {}
