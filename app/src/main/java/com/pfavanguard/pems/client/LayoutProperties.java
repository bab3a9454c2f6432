package com.pfavanguard.pems.client;

import com.pfavanguard.pems.layout.FieldNames;
import com.pfavanguard.pems.layout.GridLayout;
import com.pfavanguard.pems.layout.ScreenLayout;
import com.pfavanguard.pems.value.GridText;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tenant's names and habits.
 *
 * @param gridDateFormat pattern of dates in grid cells
 * @param gridFirstCursor position of a grid's first row: 1 or 0
 * @param serverZone in which the tenant shows moments
 * @param fields own names by API name; the version's alias is that of {@code version}
 */
@ConfigurationProperties("vanguard.pems")
record LayoutProperties(
    @DefaultValue("CUPFA2") String screenName,
    @DefaultValue("CUPFAG") String gridName,
    @DefaultValue("100541") String gridId,
    @DefaultValue("MM/dd/yyyy") String gridDateFormat,
    @DefaultValue("1") int gridFirstCursor,
    @DefaultValue("UTC") ZoneId serverZone,
    @DefaultValue Map<String, FieldNames.Name> fields) {

  ScreenLayout screen() {
    return new ScreenLayout(screenName, new FieldNames(fields), serverZone);
  }

  GridLayout grid() {
    return new GridLayout(
        gridName,
        gridId,
        gridFirstCursor,
        new FieldNames(fields),
        new GridText(gridDateFormat, serverZone));
  }
}
