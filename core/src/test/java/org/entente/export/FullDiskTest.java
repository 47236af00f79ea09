package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullDiskTest {
  @ParameterizedTest
  @CsvSource({
    "No space left on device, true",
    "Disk quota exceeded, true",
    "The DiskSpace quota of /coded is exceeded, true",
    "[SQLITE_FULL] Insertion failed because database is full, true",
    "could not write: disk full, true",
    "There is not enough space on the disk, true",
    "/none/quotations.jsonl, false",
    "Permission denied, false",
    ", false"
  })
  void isToldByItsWords(String message, boolean told) {
    assertThat(FullDisk.isTold(message)).isEqualTo(told);
  }
}
