package com.pfavanguard.pems.layout;

import com.pfavanguard.kernel.PfaField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of the fields on the screen and their aliases on the grid, by API name: the defaults of
 * the domain with the tenant's own laid over them.
 */
public final class FieldNames {
  /** The key inside the organization. */
  public static final String PFA_ID = "pfaId";

  public static final String ORGANIZATION = "organization";

  /** The update counter; a column of the grid, but no field of the screen. */
  public static final String VERSION = "version";

  private final Map<String, String> screens = new LinkedHashMap<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();

  /**
   * @param own the tenant's names by API name, in any case
   * @throws IllegalArgumentException for a field that does not exist
   */
  public FieldNames(Map<String, Name> own) {
    TreeMap<String, Name> left = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    left.putAll(own);
    defaults()
        .forEach(
            (apiName, screenName) -> {
              Name name = Objects.requireNonNullElse(left.remove(apiName), Name.DEFAULT);
              String screen = Objects.requireNonNullElse(name.screen(), screenName);
              screens.put(apiName, screen);
              aliases.put(
                  apiName,
                  Objects.requireNonNullElse(name.alias(), screen).toLowerCase(Locale.ROOT));
            });
    if (!left.isEmpty()) {
      throw new IllegalArgumentException("vanguard.pems.fields names no field: " + left.keySet());
    }
  }

  /** The name on the screen. */
  public String screen(String apiName) {
    return Objects.requireNonNull(screens.get(apiName), apiName);
  }

  /** The alias on the grid, in lower case. */
  public String alias(String apiName) {
    return Objects.requireNonNull(aliases.get(apiName), apiName);
  }

  /** API names in the order of a grid row: key, organization, version, then every field. */
  public List<String> columns() {
    return List.copyOf(aliases.keySet());
  }

  private static Map<String, String> defaults() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(PFA_ID, "PFS_ID");
    names.put(ORGANIZATION, "PFS_A_ORG");
    names.put(VERSION, "RECORDID");
    PfaField.ALL.forEach(field -> names.put(field.apiName(), field.screenName()));
    return names;
  }

  /**
   * A tenant's own names of one field.
   *
   * @param screen name on the screen; null for the default
   * @param alias alias on the grid; null for the screen name in lower case
   */
  public record Name(@Nullable String screen, @Nullable String alias) {
    static final Name DEFAULT = new Name(null, null);
  }
}
