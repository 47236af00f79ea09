package org.entente.story;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A list of numbers that takes four bytes for each instead of twenty. Immutable. */
final class Ints extends AbstractList<Integer> implements RandomAccess {
  private final int[] numbers;

  private Ints(int[] numbers) {
    this.numbers = numbers;
  }

  static Ints copyOf(List<Integer> numbers) {
    return numbers instanceof Ints ints
        ? ints
        : new Ints(numbers.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Of an array that nobody writes to any more. */
  static Ints of(int[] numbers) {
    return new Ints(numbers);
  }

  @Override
  public Integer get(int at) {
    return numbers[at];
  }

  /** The same as {@link #get}, without a box. */
  int at(int at) {
    return numbers[at];
  }

  @Override
  public int size() {
    return numbers.length;
  }
}
