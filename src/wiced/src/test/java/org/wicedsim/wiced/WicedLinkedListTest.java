package org.wicedsim.wiced;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wicedsim.wiced.WicedLinkedList.Found;
import org.wicedsim.wiced.WicedLinkedList.Node;

/// `linked_list.h`, with its odd result codes.
class WicedLinkedListTest {
  private final WicedLinkedList<String> list = new WicedLinkedList<>();
  private final Node<String> a = new Node<>("a");
  private final Node<String> b = new Node<>("b");
  private final Node<String> c = new Node<>("c");

  @Test
  void aNewListIsEmptyAndReady() {
    assertThat(list.count()).isZero();
    assertThat(list.insertNodeAtRear(a)).isEqualTo(WicedResult.SUCCESS);
    assertThat(contents()).containsExactly("a");
  }

  @Test
  void frontAndRearOfAnEmptyListAreNotFound() {
    assertThat(list.frontNode()).isEqualTo(new Found<>(WicedResult.NOT_FOUND, null));
    assertThat(list.rearNode()).isEqualTo(new Found<>(WicedResult.NOT_FOUND, null));
  }

  @Test
  void frontAndRearAreTheEnds() {
    fill();

    assertThat(list.frontNode()).isEqualTo(new Found<>(WicedResult.SUCCESS, a));
    assertThat(list.rearNode()).isEqualTo(new Found<>(WicedResult.SUCCESS, c));
  }

  @Test
  void findInAnEmptyListIsABadArgument() {
    assertThat(list.findNode(_ -> true)).isEqualTo(new Found<>(WicedResult.BADARG, null));
  }

  @Test
  void findGivesTheFirstThatFits() {
    fill();

    assertThat(list.findNode(node -> !"a".equals(node.data())))
        .isEqualTo(new Found<>(WicedResult.SUCCESS, b));
  }

  @Test
  void findOfWhatIsNotThereIsNotFound() {
    fill();

    assertThat(list.findNode(_ -> false)).isEqualTo(new Found<>(WicedResult.NOT_FOUND, null));
  }

  @Test
  void nodesAreInsertedAtTheFront() {
    list.insertNodeAtFront(a);
    list.insertNodeAtFront(b);

    assertThat(contents()).containsExactly("b", "a");
  }

  @Test
  void nodesAreInsertedBeforeAndBehindOthers() {
    list.insertNodeAtRear(b);

    assertThat(list.insertNodeBefore(b, a)).isEqualTo(WicedResult.SUCCESS);
    assertThat(list.insertNodeAfter(b, c)).isEqualTo(WicedResult.SUCCESS);
    assertThat(list.insertNodeBefore(b, new Node<>("ab"))).isEqualTo(WicedResult.SUCCESS);
    assertThat(list.insertNodeAfter(b, new Node<>("bc"))).isEqualTo(WicedResult.SUCCESS);

    assertThat(contents()).containsExactly("a", "ab", "b", "bc", "c");
  }

  @Test
  void beforeAndBehindAreBadArgumentsInAnEmptyList() {
    assertThat(list.insertNodeBefore(a, b)).isEqualTo(WicedResult.BADARG);
    assertThat(list.insertNodeAfter(a, b)).isEqualTo(WicedResult.BADARG);
  }

  @Test
  void nullIsABadArgument() {
    fill();

    assertThat(list.insertNodeAtFront(null)).isEqualTo(WicedResult.BADARG);
    assertThat(list.insertNodeAtRear(null)).isEqualTo(WicedResult.BADARG);
    assertThat(list.insertNodeBefore(null, a)).isEqualTo(WicedResult.BADARG);
    assertThat(list.insertNodeBefore(a, null)).isEqualTo(WicedResult.BADARG);
    assertThat(list.insertNodeAfter(null, a)).isEqualTo(WicedResult.BADARG);
    assertThat(list.insertNodeAfter(a, null)).isEqualTo(WicedResult.BADARG);
    assertThat(list.removeNode(null)).isEqualTo(WicedResult.BADARG);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void anyNodeCanBeTakenOutAndHasNoLinksThen(int index) {
    fill();
    Node<String> node = List.of(a, b, c).get(index);
    List<String> rest = new ArrayList<>(List.of("a", "b", "c"));
    rest.remove(index);

    assertThat(list.removeNode(node)).isEqualTo(WicedResult.SUCCESS);

    assertThat(contents()).isEqualTo(rest);
    assertThat(node.next()).isNull();
    assertThat(node.prev()).isNull();
  }

  @Test
  void aNodeCannotBeTakenOutTwice() {
    fill();
    list.removeNode(b);

    assertThat(list.removeNode(b)).isEqualTo(WicedResult.BADARG);
    assertThat(contents()).containsExactly("a", "c");
  }

  @Test
  void takingANodeOutOfAnEmptyListIsNotFound() {
    assertThat(list.removeNode(a)).isEqualTo(WicedResult.NOT_FOUND);
  }

  /// The list does not ask whose node it is.
  @Test
  void aListOfOneNodeIsEmptiedByAnyNode() {
    list.insertNodeAtRear(a);

    assertThat(list.removeNode(b)).isEqualTo(WicedResult.SUCCESS);

    assertThat(list.count()).isZero();
    assertThat(list.frontNode().result()).isEqualTo(WicedResult.NOT_FOUND);
  }

  @Test
  void theEndsCanBeTakenOut() {
    fill();

    assertThat(list.removeNodeFromFront()).isEqualTo(new Found<>(WicedResult.SUCCESS, a));
    assertThat(list.removeNodeFromRear()).isEqualTo(new Found<>(WicedResult.SUCCESS, c));
    assertThat(contents()).containsExactly("b");
    assertThat(list.removeNodeFromRear()).isEqualTo(new Found<>(WicedResult.SUCCESS, b));
    assertThat(list.count()).isZero();
  }

  /// The SDK has two codes for one mistake.
  @Test
  void takingAnEndOutOfAnEmptyListHasACodeForEachEnd() {
    assertThat(list.removeNodeFromFront()).isEqualTo(new Found<>(WicedResult.BADARG, null));
    assertThat(list.removeNodeFromRear()).isEqualTo(new Found<>(WicedResult.NOT_FOUND, null));
  }

  @Test
  void deinitTakesAllNodesOut() {
    fill();

    assertThat(list.deinit()).isEqualTo(WicedResult.SUCCESS);

    assertThat(list.count()).isZero();
    assertThat(List.of(a, b, c)).allMatch(node -> node.next() == null && node.prev() == null);
  }

  @Test
  void initForgetsAllNodesAndLeavesTheirLinks() {
    fill();

    assertThat(list.init()).isEqualTo(WicedResult.SUCCESS);

    assertThat(list.count()).isZero();
    assertThat(a.next()).isSameAs(b);
  }

  @Test
  void aNodeCarriesItsData() {
    Node<String> node = new Node<>();
    assertThat(node.data()).isNull();

    node.setData("x");

    assertThat(node.data()).isEqualTo("x");
  }

  /// Random operations, beside a list that is known to be right.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void itKeepsTheOrderOfAnyOperations(long seed) {
    Random random = new Random(seed);
    WicedLinkedList<Integer> numbers = new WicedLinkedList<>();
    List<Node<Integer>> expected = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Node<Integer> node = new Node<>(i);
      int place = random.nextInt(expected.size() + 1);
      switch (random.nextInt(expected.isEmpty() ? 2 : 6)) {
        case 0 -> {
          numbers.insertNodeAtFront(node);
          expected.addFirst(node);
        }
        case 1 -> {
          numbers.insertNodeAtRear(node);
          expected.addLast(node);
        }
        case 2 -> {
          numbers.insertNodeBefore(expected.get(place % expected.size()), node);
          expected.add(place % expected.size(), node);
        }
        case 3 -> {
          numbers.insertNodeAfter(expected.get(place % expected.size()), node);
          expected.add(place % expected.size() + 1, node);
        }
        default -> numbers.removeNode(expected.remove(place % expected.size()));
      }
      assertThat(forwards(numbers)).isEqualTo(expected);
      assertThat(backwards(numbers)).isEqualTo(expected.reversed());
      assertThat(numbers.count()).isEqualTo(expected.size());
    }
  }

  private void fill() {
    list.insertNodeAtRear(a);
    list.insertNodeAtRear(b);
    list.insertNodeAtRear(c);
  }

  private List<@Nullable String> contents() {
    List<@Nullable String> contents = new ArrayList<>();
    forwards(list).forEach(node -> contents.add(node.data()));
    return contents;
  }

  private static <T> List<Node<T>> forwards(WicedLinkedList<T> list) {
    List<Node<T>> nodes = new ArrayList<>();
    for (Node<T> node = list.frontNode().node(); node != null; node = node.next()) {
      nodes.add(node);
    }
    return nodes;
  }

  private static <T> List<Node<T>> backwards(WicedLinkedList<T> list) {
    List<Node<T>> nodes = new ArrayList<>();
    for (Node<T> node = list.rearNode().node(); node != null; node = node.prev()) {
      nodes.add(node);
    }
    return nodes;
  }
}
