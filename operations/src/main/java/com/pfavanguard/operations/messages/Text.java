package com.pfavanguard.operations.messages;

import com.pfavanguard.operations.OperationRefused;
import java.util.Map;

/** A message ready to be sent. */
public record Text(Map<String, String> headers, String body) {

  /**
   * @throws OperationRefused when the template has no such line
   */
  String header(String name) {
    String value = headers.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new OperationRefused("the template has no line " + name + ":");
    }
    return value;
  }
}
