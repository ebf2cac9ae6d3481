package org.wicedsim.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.wicedsim.hal.AccessPoint;
import org.wicedsim.hal.BoardDescription;
import org.wicedsim.hal.Dct;
import org.wicedsim.hal.DctSection;
import org.wicedsim.hal.Octets;
import org.wicedsim.hal.WifiConfig;

/// What a DCT holds, for people and for scripts; of secrets only how long they are.
///
/// @param file where the table is kept
record DctReport(BoardDescription board, Dct dct, Path file) {
  void print(PrintWriter out) {
    line(out, "board", "%s, %s".formatted(board.mac(), board.name()));
    line(out, "file", dct.written().isEmpty() ? "none: nothing was written" : file.toString());
    section(out, DctSection.SECURITY);
    line(out, "  certificate", amount(octets(dct.security().certificate())));
    line(out, "  private key", amount(octets(dct.security().privateKey())));
    section(out, DctSection.WIFI_CONFIG);
    WifiConfig wifi = dct.wifi();
    List<AccessPoint> stored = wifi.storedAccessPoints();
    for (int i = 0; i < stored.size(); i++) {
      line(out, "  stored " + (i + 1), text(stored.get(i)));
    }
    line(out, "  soft AP", text(wifi.softAp()));
    line(out, "  config AP", text(wifi.configAp()));
    line(out, "  country", wifi.countryCode());
    section(out, DctSection.NETWORK_CONFIG);
    line(out, "  host name", printable(dct.hostname()));
    section(out, DctSection.APP);
    line(out, "  data", amount(applicationOctets()));
  }

  void printJson(PrintWriter out) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("mac").value(board.mac().toString()).name("name").value(board.name());
      json.name("file").value(file.toString()).name("written").beginArray();
      for (DctSection section : dct.written()) {
        json.value(section.name());
      }
      json.endArray();
      json.name("certificateOctets").value(octets(dct.security().certificate()));
      json.name("privateKeyOctets").value(octets(dct.security().privateKey()));
      json.name("storedAccessPoints").beginArray();
      for (AccessPoint stored : dct.wifi().storedAccessPoints()) {
        write(json, stored);
      }
      json.endArray();
      write(json.name("softAp"), dct.wifi().softAp());
      write(json.name("configAp"), dct.wifi().configAp());
      json.name("country").value(dct.wifi().countryCode());
      json.name("hostname").value(dct.hostname());
      json.name("applicationOctets").value(applicationOctets());
      json.endObject();
    }
    out.println(text);
  }

  private static void write(JsonWriter json, AccessPoint accessPoint) throws IOException {
    json.beginObject();
    json.name("ssid").value(accessPoint.ssid());
    json.name("security").value(accessPoint.security().name());
    json.name("passphraseOctets").value(octets(accessPoint.passphrase()));
    json.name("channel").value(accessPoint.channel());
    json.endObject();
  }

  private void section(PrintWriter out, DctSection section) {
    line(out, section.name(), dct.written().contains(section) ? "written" : "as from the factory");
  }

  private static void line(PrintWriter out, String name, String value) {
    out.println("%-16s%s".formatted(name, value));
  }

  private static String text(AccessPoint accessPoint) {
    if (accessPoint.ssid().isEmpty()) {
      return "not set";
    }
    String channel = accessPoint.channel() == 0 ? "" : ", channel " + accessPoint.channel();
    return "%s, %s, passphrase %s%s"
        .formatted(
            printable(accessPoint.ssid()),
            accessPoint.security(),
            amount(octets(accessPoint.passphrase())),
            channel);
  }

  private static String amount(int octets) {
    return octets == 0 ? "not set" : "set, %d octets".formatted(octets);
  }

  /// Firmware may have written anything; a terminal must not obey it.
  private static String printable(String text) {
    return Octets.of(text).toString();
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /// Up to the last one that is not zero.
  private int applicationOctets() {
    Octets octets = dct.read(DctSection.APP, 0, DctSection.APP.octets());
    int length = octets.length();
    while (length > 0 && octets.at(length - 1) == 0) {
      length--;
    }
    return length;
  }
}
