package org.wicedsim.wwep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Properties of SPEC 1 that hold for every message; each seed gives other messages.
class RequestDecoderPropertyTest {
  private static final int ROUNDS = 2_000;
  private static final Pattern LEGAL = Pattern.compile("R[0-9A-Fa-f]{6}|W[0-9A-Fa-f]{10}");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 20261122})
  void everyRequestRoundTripsInAnyCaseWithAnyLineEnd(long seed) {
    RandomRequests generator = new RandomRequests(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Request request = generator.next();
      String text = generator.inAnyCase(request) + generator.lineEnd();

      assertThat(Request.parse(text)).as(text).isEqualTo(new Decoded.One(request));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 20261122})
  void everyPrefixOfARequestNeedsMore(long seed) {
    RandomRequests generator = new RandomRequests(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String text = generator.inAnyCase(generator.next());
      for (int length = 0; length < text.length(); length++) {
        String prefix = text.substring(0, length);

        assertThat(Request.parse(prefix)).as(prefix).isEqualTo(new Decoded.NeedMore());
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 20261122})
  void oneCorruptOctetMakesTheRequestIllegalOrTheOneItSpells(long seed) {
    RandomRequests generator = new RandomRequests(seed);
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder(generator.next().toString());
      text.setCharAt(generator.below(text.length()), (char) generator.below(0x100));

      assertThat(spelledOut(text.toString())).as(text.toString()).isEqualTo(lawOf(text));
    }
  }

  /// What the decoder makes of a text after which nothing follows: a wire text or "illegal".
  private static String spelledOut(String text) {
    RequestDecoder decoder = new RequestDecoder(ConnectionMode.ONE_SHOT);
    RequestDecoderTest.feed(decoder, text);
    decoder.end();
    return switch (decoder.decoded()) {
      case Decoded.One(Request request) -> request.toString();
      case Decoded.Illegal _ -> "illegal";
      case Decoded.NeedMore _ -> "undecided";
    };
  }

  /// The same by the grammar of SPEC 1.2, written another way.
  private static String lawOf(CharSequence text) {
    return LEGAL.matcher(text).matches() ? text.toString().toUpperCase(Locale.ROOT) : "illegal";
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 20261122})
  void everySplitOfAPersistentStreamGivesTheSameRequests(long seed) {
    RandomRequests generator = new RandomRequests(seed);
    for (int round = 0; round < ROUNDS / 10; round++) {
      StringBuilder stream = new StringBuilder();
      List<Request> sent = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Request request = generator.next();
        sent.add(request);
        stream.append(generator.inAnyCase(request)).append(generator.lineEnd());
      }
      byte[] octets = RandomRequests.octets(stream.toString());
      for (int cut = 0; cut <= octets.length; cut++) {
        assertThat(received(octets, cut)).as("%s cut at %d", stream, cut).isEqualTo(sent);
      }
    }
  }

  private static List<Request> received(byte[] octets, int cut) {
    RequestDecoder decoder = new RequestDecoder(ConnectionMode.PERSISTENT);
    List<Request> requests = new ArrayList<>();
    for (byte[] segment :
        List.of(Arrays.copyOf(octets, cut), Arrays.copyOfRange(octets, cut, octets.length))) {
      for (byte octet : segment) {
        if (decoder.accept(octet) == RequestDecoder.Progress.REQUEST) {
          requests.add(decoder.request());
        }
      }
    }
    return requests;
  }
}
