package com.pfavanguard.release.adapter;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.release.definition.Definition.Action;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/**
 * An actor whose work may fail: what goes wrong while looking is unclear, what goes wrong while
 * acting is a failure that says why. Nothing is thrown at the runner.
 */
public abstract class WorkingActor implements Actor {

  /** Looks. */
  protected abstract Sight look(Task task, Settings observe, Settings act)
      throws IOException, SQLException, InterruptedException;

  /** Acts. */
  protected abstract Deed work(Task task, Settings act)
      throws IOException, SQLException, InterruptedException;

  @Override
  public final Sight observe(Task task, Action observe, Action act) {
    try {
      return look(task, new Settings(observe), new Settings(act));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Sight.Unclear("interrupted");
    } catch (IOException | SQLException | RuntimeException e) {
      return new Sight.Unclear(reason(e));
    }
  }

  @Override
  public final Deed act(Task task, Action act) {
    try {
      return work(task, new Settings(act));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Deed.Failed("interrupted");
    } catch (IOException | SQLException | RuntimeException e) {
      return new Deed.Failed(reason(e));
    }
  }

  private static String reason(Exception e) {
    boolean plain =
        e instanceof OperationRefused
            || e instanceof IOException
            || e instanceof UncheckedIOException;
    return plain && e.getMessage() != null ? e.getMessage() : e.toString();
  }

  protected static Deed unknown(Settings act) {
    return new Deed.Failed("there is no " + act.action().use());
  }
}
