package com.pfavanguard.live.web;

import com.pfavanguard.kernel.ApiException;
import com.pfavanguard.live.store.LiveEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.TextMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** The texts that go over the socket. */
@Component
class LiveMessages {
  private final JsonMapper json;

  LiveMessages(JsonMapper mapper) {
    this.json = mapper.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  /**
   * @throws ApiException {@code malformed_message} when the client sent anything but a subscription
   */
  Subscription read(String text) {
    try {
      Subscription.@Nullable Message message = json.readValue(text, Subscription.Message.class);
      if (message == null) {
        throw Subscription.malformed();
      }
      return message.checked();
    } catch (JacksonException e) {
      throw Subscription.malformed();
    }
  }

  TextMessage subscribed(String organizationId, long sequence) {
    return text(organization("SUBSCRIBED", organizationId).put("sequence", sequence));
  }

  /** Tells the client that events between were forgotten: it must fetch its data anew. */
  TextMessage resync(String organizationId, long sequence) {
    return text(organization("RESYNC", organizationId).put("sequence", sequence));
  }

  TextMessage error(ApiException refusal) {
    return text(
        json.createObjectNode()
            .put("type", "ERROR")
            .put("code", refusal.code())
            .put("message", refusal.getMessage()));
  }

  TextMessage event(LiveEvent event) {
    ObjectNode node =
        organization(event.type(), event.organizationId()).put("sequence", event.sequence());
    if (event.pfaId() != null) {
      node.put("pfaId", event.pfaId());
    }
    if (event.jobId() != null) {
      node.put("jobId", event.jobId().toString());
    }
    node.put("timestamp", event.occurredAt().toString());
    node.putRawValue("data", new RawValue(event.data()));
    return text(node);
  }

  private ObjectNode organization(String type, String organizationId) {
    return json.createObjectNode().put("type", type).put("organizationId", organizationId);
  }

  private TextMessage text(ObjectNode node) {
    return new TextMessage(json.writeValueAsString(node));
  }
}
