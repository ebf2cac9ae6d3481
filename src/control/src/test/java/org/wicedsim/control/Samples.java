package org.wicedsim.control;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wicedsim.hal.Event;
import org.wicedsim.hal.HalEvent;
import org.wicedsim.hal.Ipv4Address;
import org.wicedsim.hal.Octets;
import org.wicedsim.wiced.WicedEvent;

/// Random events of every kind that there is, found in the sealed hierarchies themselves: a kind
/// that is new is among them.
final class Samples {
  private static final int MAX_LENGTH = 40;

  private final Random random;

  Samples(long seed) {
    random = new Random(seed);
  }

  static List<Class<?>> kinds() {
    return Stream.of(HalEvent.class, WicedEvent.class)
        .<Class<?>>flatMap(all -> Arrays.stream(all.getPermittedSubclasses()))
        .toList();
  }

  Event event(Class<?> kind) {
    return (Event) record(kind);
  }

  /// Any characters, halves of surrogate pairs among them.
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(MAX_LENGTH); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x20));
        case 1 -> text.append((char) random.nextInt(0x1_0000));
        case 2 -> text.appendCodePoint(0x1_F600 + random.nextInt(0x40));
        default -> text.append((char) (' ' + random.nextInt(95)));
      }
    }
    return text.toString();
  }

  Octets octets() {
    byte[] octets = new byte[random.nextInt(MAX_LENGTH)];
    random.nextBytes(octets);
    return Octets.of(octets);
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values =
        Arrays.stream(components).map(component -> value(component.getGenericType())).toArray();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      // Such as a port that is out of range: another one will do.
      return record(type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a record without its constructor", e);
    }
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      Type item = list.getActualTypeArguments()[0];
      return IntStream.range(0, random.nextInt(4)).mapToObj(_ -> value(item)).toList();
    }
    return switch (type) {
      case Class<?> c when c == int.class -> random.nextInt() >>> random.nextInt(32);
      case Class<?> c when c == long.class -> random.nextLong();
      case Class<?> c when c == double.class -> random.nextDouble() * 100;
      case Class<?> c when c == boolean.class -> random.nextBoolean();
      case Class<?> c when c == String.class -> text();
      case Class<?> c when c == Octets.class -> octets();
      case Class<?> c when c == Ipv4Address.class -> new Ipv4Address(random.nextInt());
      case Class<?> c when c.isEnum() -> {
        Object[] all = c.getEnumConstants();
        yield all[random.nextInt(all.length)];
      }
      case Class<?> c when c.isRecord() -> record(c);
      default -> throw new AssertionError("no sample of " + type + " yet");
    };
  }
}
