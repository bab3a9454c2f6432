package com.pfavanguard.kernel.web;

import com.pfavanguard.kernel.StorableText;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Refuses a text in a request that could not be kept as it is. */
final class StrictText extends StringDeserializer {

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    String text = super.deserialize(parser, context);
    if (text != null && !StorableText.is(text)) {
      throw context.weirdStringException(
          "", String.class, "holds a character that cannot be stored");
    }
    return text;
  }
}
