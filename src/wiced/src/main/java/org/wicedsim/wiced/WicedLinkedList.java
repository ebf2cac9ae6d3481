package org.wicedsim.wiced;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The SDK's doubly linked list (`linked_list_t`). Its nodes belong to the caller; the list links
/// them and never asks whether a node is in it already, or in another list.
///
/// It is not safe for several threads, and needs no board: a new list is empty and ready.
///
/// @param <T> what a node carries
public final class WicedLinkedList<T> {
  /// A node (`linked_list_node_t`).
  ///
  /// @param <T> what it carries
  public static final class Node<T> {
    private @Nullable T data;
    private @Nullable Node<T> next;
    private @Nullable Node<T> prev;

    /// A node without data.
    public Node() {}

    /// A node with data.
    public Node(T data) {
      this.data = data;
    }

    /// What the node carries (`linked_list_get_node_data`); null for nothing.
    public @Nullable T data() {
      return data;
    }

    /// Makes the node carry `data` (`linked_list_set_node_data`).
    public void setData(@Nullable T data) {
      this.data = data;
    }

    /// The node behind; null at the rear, and outside of a list.
    public @Nullable Node<T> next() {
      return next;
    }

    /// The node in front; null at the front, and outside of a list.
    public @Nullable Node<T> prev() {
      return prev;
    }
  }

  /// A node that was asked for.
  ///
  /// @param node null without SUCCESS
  public record Found<T>(WicedResult result, @Nullable Node<T> node) {}

  private int count;
  private @Nullable Node<T> front;
  private @Nullable Node<T> rear;

  /// An empty list.
  public WicedLinkedList() {}

  /// Forgets all nodes, and leaves their links as they are (`linked_list_init`).
  public WicedResult init() {
    count = 0;
    front = null;
    rear = null;
    return WicedResult.SUCCESS;
  }

  /// Takes all nodes out (`linked_list_deinit`).
  public WicedResult deinit() {
    Node<T> current = front;
    while (current != null) {
      Node<T> next = current.next;
      unlink(current);
      current = next;
    }
    return init();
  }

  /// How many nodes are in the list (`linked_list_get_count`).
  public int count() {
    return count;
  }

  /// The first node (`linked_list_get_front_node`).
  ///
  /// @return SUCCESS, or NOT_FOUND when the list is empty
  public Found<T> frontNode() {
    return at(front);
  }

  /// The last node (`linked_list_get_rear_node`).
  ///
  /// @return SUCCESS, or NOT_FOUND when the list is empty
  public Found<T> rearNode() {
    return at(rear);
  }

  /// The first node that `fits`, from the front (`linked_list_find_node`).
  ///
  /// @return SUCCESS; NOT_FOUND when none fits; BADARG when the list is empty
  public Found<T> findNode(Predicate<? super Node<T>> fits) {
    if (count == 0) {
      return new Found<>(WicedResult.BADARG, null);
    }
    Node<T> current = front;
    while (current != null && !fits.test(current)) {
      current = current.next;
    }
    return at(current);
  }

  /// Puts a node at the front (`linked_list_insert_node_at_front`).
  ///
  /// @return SUCCESS, or BADARG for null
  public WicedResult insertNodeAtFront(@Nullable Node<T> node) {
    return node == null ? WicedResult.BADARG : link(null, node, front);
  }

  /// Puts a node at the rear (`linked_list_insert_node_at_rear`).
  ///
  /// @return SUCCESS, or BADARG for null
  public WicedResult insertNodeAtRear(@Nullable Node<T> node) {
    return node == null ? WicedResult.BADARG : link(rear, node, null);
  }

  /// Puts a node before another (`linked_list_insert_node_before`).
  ///
  /// @param reference must be in the list; nobody checks it
  /// @return SUCCESS, or BADARG for null and when the list is empty
  public WicedResult insertNodeBefore(@Nullable Node<T> reference, @Nullable Node<T> node) {
    if (reference == null || node == null || count == 0) {
      return WicedResult.BADARG;
    }
    return reference == front ? insertNodeAtFront(node) : link(reference.prev, node, reference);
  }

  /// Puts a node behind another (`linked_list_insert_node_after`).
  ///
  /// @param reference must be in the list; nobody checks it
  /// @return SUCCESS, or BADARG for null and when the list is empty
  public WicedResult insertNodeAfter(@Nullable Node<T> reference, @Nullable Node<T> node) {
    if (reference == null || node == null || count == 0) {
      return WicedResult.BADARG;
    }
    return reference == rear ? insertNodeAtRear(node) : link(reference, node, reference.next);
  }

  /// Takes a node out (`linked_list_remove_node`). A list of one node becomes empty, whichever node
  /// is named.
  ///
  /// @return SUCCESS; NOT_FOUND when the list is empty; BADARG for null, and for a node that was
  ///   taken out already
  public WicedResult removeNode(@Nullable Node<T> node) {
    if (node == null) {
      return WicedResult.BADARG;
    }
    if (count == 0) {
      return WicedResult.NOT_FOUND;
    }
    if (count == 1) {
      unlink(node);
      return init();
    }
    if (node == front) {
      return removeNodeFromFront().result();
    }
    if (node == rear) {
      return removeNodeFromRear().result();
    }
    Node<T> before = node.prev;
    Node<T> behind = node.next;
    if (before == null || behind == null) {
      return WicedResult.BADARG;
    }
    before.next = behind;
    behind.prev = before;
    unlink(node);
    count--;
    return WicedResult.SUCCESS;
  }

  /// Takes the first node out (`linked_list_remove_node_from_front`).
  ///
  /// @return SUCCESS, or BADARG (unlike at the rear) when the list is empty
  public Found<T> removeNodeFromFront() {
    Node<T> removed = front;
    if (removed == null) {
      return new Found<>(WicedResult.BADARG, null);
    }
    front = removed.next;
    if (front == null) {
      rear = null;
    } else {
      front.prev = null;
    }
    return removed(removed);
  }

  /// Takes the last node out (`linked_list_remove_node_from_rear`).
  ///
  /// @return SUCCESS, or NOT_FOUND (unlike at the front) when the list is empty
  public Found<T> removeNodeFromRear() {
    Node<T> removed = rear;
    if (removed == null) {
      return new Found<>(WicedResult.NOT_FOUND, null);
    }
    rear = removed.prev;
    if (rear == null) {
      front = null;
    } else {
      rear.next = null;
    }
    return removed(removed);
  }

  private WicedResult link(@Nullable Node<T> before, Node<T> node, @Nullable Node<T> behind) {
    node.prev = before;
    node.next = behind;
    if (before == null) {
      front = node;
    } else {
      before.next = node;
    }
    if (behind == null) {
      rear = node;
    } else {
      behind.prev = node;
    }
    count++;
    return WicedResult.SUCCESS;
  }

  private Found<T> removed(Node<T> node) {
    unlink(node);
    count--;
    return new Found<>(WicedResult.SUCCESS, node);
  }

  private static <T> void unlink(Node<T> node) {
    node.prev = null;
    node.next = null;
  }

  private static <T> Found<T> at(@Nullable Node<T> node) {
    return new Found<>(node == null ? WicedResult.NOT_FOUND : WicedResult.SUCCESS, node);
  }
}
