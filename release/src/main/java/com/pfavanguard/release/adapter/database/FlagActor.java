package com.pfavanguard.release.adapter.database;

import com.pfavanguard.operations.database.DatabaseUrl;
import com.pfavanguard.release.adapter.Deed;
import com.pfavanguard.release.adapter.FactTree;
import com.pfavanguard.release.adapter.Settings;
import com.pfavanguard.release.adapter.Sight;
import com.pfavanguard.release.adapter.Task;
import com.pfavanguard.release.adapter.WorkingActor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@code flag.disable} and {@code flag.enable}: exactly one row, or it did not happen. */
public final class FlagActor extends WorkingActor {
  private final DatabaseUrl database;

  /**
   * @param database with the operator's role
   */
  public FlagActor(DatabaseUrl database) {
    this.database = database;
  }

  @Override
  public String area() {
    return "flag";
  }

  @Override
  protected Sight look(Task task, Settings observe, Settings act) throws SQLException {
    String flag = act.demand("flag");
    String query = "SELECT count(*) FROM feature_flags WHERE flag_name = ? AND enabled = ?";
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, flag);
      statement.setBoolean(2, act.verb().equals("enable"));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getInt(1) == 1 ? changed(flag, 1).seen() : new Sight.NotDone();
      }
    }
  }

  @Override
  protected Deed work(Task task, Settings act) throws SQLException {
    String flag = act.demand("flag");
    String update = "UPDATE feature_flags SET enabled = ? WHERE flag_name = ?";
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(update)) {
      statement.setBoolean(1, act.verb().equals("enable"));
      statement.setString(2, flag);
      int rows = statement.executeUpdate();
      return rows == 1
          ? changed(flag, rows).done()
          : new Deed.Failed("%d rows are the flag %s, not one".formatted(rows, flag));
    }
  }

  private static FactTree changed(String flag, int rows) {
    return new FactTree().put("flag/" + flag + "/rowsChanged", rows);
  }
}
