package org.wicedsim.firmware;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wicedsim.wiced.WicedLinkedList;

/// The registers of the exercises' servers, in the SDK's linked list (SPEC 4, exercise 04): it is
/// empty at first, and grows with every register that is written for the first time.
///
/// As the list, it belongs to one thread at a time.
final class RegisterDatabase {
  /// What a server answers when it does not do what was asked.
  private static final String REFUSED = "X";

  private static final Pattern READ = Pattern.compile("R\\p{XDigit}{6}");
  private static final Pattern WRITE = Pattern.compile("W\\p{XDigit}{10}");
  private static final int KEY_BEGIN = 1;
  private static final int KEY_END = 7;

  private final WicedLinkedList<Register> registers = new WicedLinkedList<>();

  /// One register.
  ///
  /// @param key device and register, 6 upper-case hex digits
  /// @param value 4 upper-case hex digits
  private record Register(String key, String value) {}

  /// Does what a request asks, if it is legal, and answers: `A` with device, register and value, or
  /// `X` (SPEC 1.2 to 1.6).
  String answer(String request) {
    boolean write = WRITE.matcher(request).matches();
    if (!write && !READ.matcher(request).matches()) {
      return REFUSED;
    }
    String digits = request.toUpperCase(Locale.ROOT);
    String key = digits.substring(KEY_BEGIN, KEY_END);
    if (write) {
      store(new Register(key, digits.substring(KEY_END)));
    }
    Register found = find(key);
    return found == null ? REFUSED : "A" + found.key() + found.value();
  }

  private void store(Register register) {
    WicedLinkedList.Node<Register> node = nodeOf(register.key());
    if (node == null) {
      registers.insertNodeAtRear(new WicedLinkedList.Node<>(register));
    } else {
      node.setData(register);
    }
  }

  private @Nullable Register find(String key) {
    WicedLinkedList.Node<Register> node = nodeOf(key);
    return node == null ? null : node.data();
  }

  private WicedLinkedList.@Nullable Node<Register> nodeOf(String key) {
    return registers.findNode(node -> node.data() != null && node.data().key().equals(key)).node();
  }
}
