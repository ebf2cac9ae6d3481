package org.wicedsim.control;

import java.util.ArrayList;
import java.util.List;
import org.wicedsim.wiced.Leak;

/// The leaks of an answer.
final class LeakJson {
  private LeakJson() {}

  static List<Leak> read(Fields answer) throws ControlException {
    List<Leak> leaks = new ArrayList<>();
    for (Fields leak : answer.objects("leaks")) {
      leaks.add(
          new Leak(
              leak.text("code"),
              leak.text("what"),
              leak.integer("count"),
              leak.text("function"),
              leak.text("site"),
              leak.text("givenBackBy")));
    }
    return List.copyOf(leaks);
  }
}
