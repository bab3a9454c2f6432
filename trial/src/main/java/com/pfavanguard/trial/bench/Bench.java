package com.pfavanguard.trial.bench;

import com.pfavanguard.trial.stage.Stage;
import java.util.function.Consumer;

/** One measurement on a stage of its own. */
interface Bench {
  Stage.Size size();

  /**
   * @param say hears how far it is
   */
  Result measure(Stage stage, Consumer<String> say) throws Exception;
}
