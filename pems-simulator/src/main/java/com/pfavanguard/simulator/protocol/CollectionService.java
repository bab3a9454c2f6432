package com.pfavanguard.simulator.protocol;

import com.pfavanguard.simulator.http.Exchange;
import com.pfavanguard.simulator.portfolio.Asset;
import com.pfavanguard.simulator.portfolio.Catalogue;
import com.pfavanguard.simulator.portfolio.Category;
import com.pfavanguard.simulator.portfolio.Organization;
import com.pfavanguard.simulator.settings.Setting;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/** The GET collections, paged by the header {@code cursorposition}. */
final class CollectionService {
  private final Catalogue catalogue;
  private final String user;

  CollectionService(Pems pems) {
    this.catalogue = pems.store().portfolio().catalogue();
    this.user = pems.account().user();
  }

  Reply answer(Exchange exchange, RequestContext context) {
    return switch (context.operation()) {
      case ORGANIZATION ->
          page(exchange, context, catalogue.organizations(), CollectionService::organization);
      case ASSETS -> page(exchange, context, catalogue.assets(), CollectionService::asset);
      case CATEGORIES ->
          page(exchange, context, catalogue.categories(), CollectionService::category);
      case MANUFACTURERS ->
          page(exchange, context, catalogue.manufacturers(), CollectionService::manufacturer);
      case USERSETUP -> page(exchange, context, List.of(user), CollectionService::user);
      case USERORGANIZATIONS -> {
        if (!exchange.path().get(3).equals(user)) {
          throw PemsRefusal.notFound();
        }
        yield page(exchange, context, catalogue.organizations(), CollectionService::organization);
      }
      default -> throw new IllegalStateException(context.operation() + " is no collection");
    };
  }

  /** Positions count from 1; none and 0 mean the first; the last page's next is 0. */
  private static <T> Reply page(
      Exchange exchange, RequestContext context, List<T> all, BiConsumer<JsonGenerator, T> row) {
    int position = Math.max(1, cursor(exchange));
    int from = Math.min(position - 1, all.size());
    int to = Math.min(all.size(), from + context.settings().number(Setting.COLLECTION_PAGE_ROWS));
    boolean collapse = to - from == 1 && context.settings().on(Setting.COLLAPSE_SINGLE);
    return Reply.of(
        json -> {
          json.writeName("DATARECORD");
          if (!collapse) {
            json.writeStartArray();
          }
          all.subList(from, to).forEach(thing -> object(json, () -> row.accept(json, thing)));
          if (!collapse) {
            json.writeEndArray();
          }
          json.writeNumberProperty("RECORDS", to - from);
          json.writeNumberProperty("CURRENTCURSORPOSITION", position);
          json.writeNumberProperty("NEXTCURSORPOSITION", to < all.size() ? to + 1 : 0);
        });
  }

  private static int cursor(Exchange exchange) {
    String header = exchange.header("cursorposition");
    if (header == null || header.isBlank()) {
      return 0;
    }
    if (!header.matches("\\d{1,9}")) {
      throw PemsRefusal.invalid("'" + header + "' is not a valid cursorposition");
    }
    return Integer.parseInt(header);
  }

  private static void organization(JsonGenerator json, Organization organization) {
    code(json, "ORGANIZATIONID", "ORGANIZATIONCODE", organization.code(), organization.name());
    code(json, "CURRENCYID", "CURRENCYCODE", organization.currency(), organization.currency());
  }

  private static void asset(JsonGenerator json, Asset asset) {
    json.writeName("ASSETID");
    object(
        json,
        () -> {
          json.writeStringProperty("EQUIPMENTCODE", asset.code());
          json.writeStringProperty("DESCRIPTION", asset.description());
          code(
              json,
              "ORGANIZATIONID",
              "ORGANIZATIONCODE",
              asset.organization(),
              asset.organization());
        });
    category(json, asset.category());
  }

  private static void category(JsonGenerator json, Category category) {
    code(json, "CATEGORYID", "CATEGORYCODE", category.code(), category.description());
    code(json, "CLASSID", "CLASSCODE", category.classCode(), category.className());
  }

  private static void manufacturer(JsonGenerator json, String name) {
    code(json, "MANUFACTURERID", "MANUFACTURERCODE", name, name);
  }

  private static void user(JsonGenerator json, String name) {
    code(json, "USERID", "USERCODE", name, name);
  }

  private static void code(
      JsonGenerator json, String property, String key, String code, String description) {
    json.writeName(property);
    object(
        json,
        () -> {
          json.writeStringProperty(key, code);
          json.writeStringProperty("DESCRIPTION", description);
        });
  }

  private static void object(JsonGenerator json, Runnable content) {
    json.writeStartObject();
    content.run();
    json.writeEndObject();
  }
}
