package org.wicedsim.wwep;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wicedsim.wwep.RequestDecoder.Progress;

/// Any octets at all, against the grammar of SPEC 1 as regular expressions. The seeds run with the
/// other tests; `JAZZER_FUZZ=1 mvn -pl src/wwep test -Dtest=RequestDecoderFuzzTest` looks for more.
class RequestDecoderFuzzTest {
  private static final String REQUEST = "(?:R[0-9A-Fa-f]{6}|W[0-9A-Fa-f]{10})";
  private static final Pattern ONE_SHOT = Pattern.compile(REQUEST + "(?:\r\n|\n)?");
  private static final Pattern ONE_SHOT_PREFIX =
      Pattern.compile("|R[0-9A-Fa-f]{0,5}|W[0-9A-Fa-f]{0,9}|" + REQUEST + "\r");
  private static final Pattern NEXT = Pattern.compile("(" + REQUEST + ")(?:\r\n|\n)?");
  private static final Pattern NEXT_WITH_LONE_CR = Pattern.compile("(?s)" + REQUEST + "\r[^\n].*");

  @FuzzTest
  void decoderAgreesWithTheGrammar(byte[] octets) {
    String text = new String(octets, StandardCharsets.ISO_8859_1);
    RequestDecoder oneShot = new RequestDecoder(ConnectionMode.ONE_SHOT);

    assertThat(RequestDecoderTest.feed(oneShot, text)).isEqualTo(oneShotLaw(text));
    assertThat(persistentRequests(octets)).isEqualTo(persistentLaw(text));
  }

  private static Progress oneShotLaw(String text) {
    if (ONE_SHOT_PREFIX.matcher(text).matches()) {
      return Progress.NEED_MORE;
    }
    return ONE_SHOT.matcher(text).matches() ? Progress.REQUEST : Progress.ILLEGAL;
  }

  private static List<String> persistentRequests(byte[] octets) {
    RequestDecoder decoder = new RequestDecoder(ConnectionMode.PERSISTENT);
    List<String> requests = new ArrayList<>();
    for (byte octet : octets) {
      if (decoder.accept(octet) == Progress.REQUEST) {
        requests.add(decoder.request().toString());
      }
    }
    return requests;
  }

  private static List<String> persistentLaw(String text) {
    List<String> requests = new ArrayList<>();
    Matcher matcher = NEXT.matcher(text);
    String rest = text;
    while (matcher.reset(rest).lookingAt()) {
      requests.add(matcher.group(1).toUpperCase(Locale.ROOT));
      rest = NEXT_WITH_LONE_CR.matcher(rest).matches() ? "" : rest.substring(matcher.end());
    }
    return requests;
  }
}
