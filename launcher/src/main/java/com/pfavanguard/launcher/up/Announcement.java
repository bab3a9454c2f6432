package com.pfavanguard.launcher.up;

import com.pfavanguard.launcher.console.Console;
import com.pfavanguard.launcher.process.Child;

/** Tells where a process in the foreground is to be found. */
record Announcement(Console console, String url, String secondUrl) implements Foreground.Hooks {
  @Override
  public void ready(Child child) {
    console.say("Ready at " + url + ". Ctrl-C stops it.");
    console.result(Joining.located(url, secondUrl, child.pid()));
  }

  @Override
  public void stopping(Child child) {
    console.say("stopping " + child.spec());
  }
}
