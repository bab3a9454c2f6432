package com.pfavanguard.simulator.portfolio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The master data that no seed changes: organizations, categories, classes, makers, assets. */
public final class Catalogue {
  public static final int CATEGORIES = 1_163;
  public static final int ASSETS = 3_735;

  private final List<Organization> organizations = lines("organizations.csv", Organization::parse);
  private final List<EquipmentKind> kinds = lines("equipment.csv", EquipmentKind::parse);
  private final List<CatalogueItem> items = items();
  private final List<Category> categories = items.stream().map(CatalogueItem::category).toList();
  private final List<Asset> assets = makeAssets();
  private final Codes codes = new Codes(this);

  public List<Organization> organizations() {
    return organizations;
  }

  public List<Category> categories() {
    return categories;
  }

  public List<Asset> assets() {
    return assets;
  }

  /** Makers of every kind, each once. */
  public List<String> manufacturers() {
    Set<String> makers = new LinkedHashSet<>();
    for (EquipmentKind kind : kinds) {
      for (int maker = 0; maker < kind.makers().size(); maker++) {
        makers.add(kind.maker(maker));
      }
    }
    return makers.stream().sorted().toList();
  }

  public Codes codes() {
    return codes;
  }

  List<CatalogueItem> catalogueItems() {
    return items;
  }

  private List<CatalogueItem> items() {
    List<CatalogueItem> made = new ArrayList<>();
    for (int index = 0; index < CATEGORIES; index++) {
      made.add(CatalogueItem.of(kinds.get(index % kinds.size()), index / kinds.size()));
    }
    return List.copyOf(made);
  }

  private List<Asset> makeAssets() {
    List<Organization> owners = organizations.stream().filter(o -> o.share() > 0).toList();
    List<Asset> made = new ArrayList<>();
    for (int index = 0; index < ASSETS; index++) {
      Organization owner = owners.get(index % owners.size());
      Category category = categories.get((index * 7) % categories.size());
      String code = "%s-%s-%05d".formatted(owner.code(), category.classCode(), index + 1);
      made.add(new Asset(code, category.description(), owner.code(), category));
    }
    return List.copyOf(made);
  }

  private static <T> List<T> lines(String resource, Function<String, T> parse) {
    try (InputStream in =
            Objects.requireNonNull(Catalogue.class.getResourceAsStream(resource), resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().map(parse).collect(Collectors.toUnmodifiableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
