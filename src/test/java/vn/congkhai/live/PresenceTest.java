package vn.congkhai.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congkhai.indicator.ScreenName;
import vn.congkhai.screens.Sighting;

class PresenceTest {
  private static final Instant MORNING = Instant.parse("2026-11-22T02:00:00Z");
  private static final ScreenName HALL = new ScreenName("hall");
  private static final String HERE = "10.0.0.7";
  private static final String PAGE = "/kiosk/board/duties";

  private final Moving clock = new Moving();
  private final Presence presence = new Presence(clock, Set.of(HALL)::contains);

  /// A clock that a test moves.
  private static final class Moving extends Clock {
    private Instant now = MORNING;

    private void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static Announcement says(
      @Nullable Long drawn, @Nullable String program, @Nullable String page) {
    return new Announcement(null, drawn, program, page);
  }

  private ScreenName connect(ScreenName name) {
    return presence.connected(name, says(null, null, null), HERE);
  }

  private static ScreenName stranger(int number) {
    return new ScreenName("stranger-" + number);
  }

  private Sighting only() {
    List<Sighting> all = presence.sightings();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @Test
  void a_screen_is_live_while_a_line_is_open_and_dark_from_when_the_last_one_closed() {
    var _ = presence.connected(HALL, says(41L, "0123abcd", PAGE), HERE);
    clock.pass(Duration.ofMinutes(1));
    var _ = presence.connected(HALL, says(null, null, null), "10.0.0.8");
    presence.disconnected(HALL);
    clock.pass(Duration.ofMinutes(1));
    presence.seen(HALL);

    assertThat(only())
        .isEqualTo(
            new Sighting(
                HALL,
                1,
                MORNING,
                MORNING.plusSeconds(120),
                null,
                "10.0.0.8",
                41L,
                "0123abcd",
                PAGE));

    presence.disconnected(HALL);
    clock.pass(Duration.ofHours(3));

    assertThat(only().lines()).isZero();
    assertThat(only().darkSince()).isEqualTo(MORNING.plusSeconds(120));
    assertThat(only().connectedAt()).isEqualTo(MORNING);
  }

  @Test
  void a_screen_that_comes_back_is_live_from_then_and_has_drawn_nothing_yet() {
    var _ = presence.connected(HALL, says(41L, "0123abcd", PAGE), HERE);
    presence.disconnected(HALL);
    clock.pass(Duration.ofHours(1));

    var _ = connect(HALL);

    assertThat(only().connectedAt()).isEqualTo(MORNING.plusSeconds(3600));
    assertThat(only().darkSince()).isNull();
    assertThat(only().drawn()).isNull();
    assertThat(only().program()).isNull();
    assertThat(only().page()).isNull();
  }

  @Test
  void what_a_screen_has_drawn_counts_while_it_is_connected_only() {
    presence.drew(HALL, says(7L, null, null));
    assertThat(presence.sightings()).isEmpty();

    var _ = connect(HALL);
    clock.pass(Duration.ofSeconds(5));
    presence.drew(HALL, says(42L, "0123abcd", PAGE));
    presence.drew(HALL, says(43L, null, null));
    assertThat(only().drawn()).isEqualTo(43);
    assertThat(only().program()).isEqualTo("0123abcd");
    assertThat(only().page()).isEqualTo(PAGE);
    assertThat(only().lastSeen()).isEqualTo(MORNING.plusSeconds(5));

    presence.disconnected(HALL);
    presence.drew(HALL, says(44L, null, null));
    assertThat(only().drawn()).isEqualTo(43);
  }

  @Test
  void of_strangers_the_one_dark_the_longest_is_forgotten_first() {
    for (int i = 0; i < 200; i++) {
      assertThat(connect(stranger(i))).isEqualTo(stranger(i));
    }
    presence.disconnected(stranger(150));
    clock.pass(Duration.ofMinutes(1));
    presence.disconnected(stranger(20));

    assertThat(connect(stranger(200))).isEqualTo(stranger(200));
    assertThat(names()).hasSize(200).doesNotContain(stranger(150)).contains(stranger(20));
    assertThat(connect(stranger(201))).isEqualTo(stranger(201));
    assertThat(names()).hasSize(200).doesNotContain(stranger(20));
  }

  private List<ScreenName> names() {
    return presence.sightings().stream().map(Sighting::name).toList();
  }

  @Test
  void further_strangers_count_under_one_name_and_known_screens_always_under_their_own() {
    IntStream.range(0, 200).forEach(i -> assertThat(connect(stranger(i))).isEqualTo(stranger(i)));

    assertThat(connect(stranger(500))).isEqualTo(ScreenName.OTHER);
    assertThat(connect(stranger(501))).isEqualTo(ScreenName.OTHER);
    assertThat(connect(HALL)).isEqualTo(HALL);
    assertThat(connect(stranger(5))).isEqualTo(stranger(5));
    presence.drew(stranger(500), says(9L, null, null));

    assertThat(presence.sightings()).hasSize(202);
    assertThat(lines(ScreenName.OTHER)).isEqualTo(2);
    assertThat(lines(stranger(5))).isEqualTo(2);
    presence.disconnected(ScreenName.OTHER);
    assertThat(lines(ScreenName.OTHER)).isEqualTo(1);
  }

  private int lines(ScreenName name) {
    return presence.sightings().stream()
        .filter(each -> each.name().equals(name))
        .mapToInt(Sighting::lines)
        .sum();
  }

  @Test
  void a_stranger_is_forgotten_after_a_week_in_the_dark_and_a_known_screen_never() {
    var _ = connect(HALL);
    var _ = connect(stranger(1));
    var _ = connect(stranger(2));
    presence.disconnected(HALL);
    presence.disconnected(stranger(1));

    clock.pass(Duration.ofDays(7));
    assertThat(names()).containsExactlyInAnyOrder(HALL, stranger(1), stranger(2));

    clock.pass(Duration.ofSeconds(1));
    assertThat(names()).containsExactlyInAnyOrder(HALL, stranger(2));
  }
}
