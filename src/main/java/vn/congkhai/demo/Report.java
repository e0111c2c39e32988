package vn.congkhai.demo;

import java.time.Instant;
import java.util.List;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Observation;

/// What an agency sends one day.
record Report(Instant sentAt, AgencyCode agency, String note, List<Observation> observations) {}
