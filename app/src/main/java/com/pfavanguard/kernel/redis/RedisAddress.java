package com.pfavanguard.kernel.redis;

import com.pfavanguard.kernel.secret.LiveSecrets;
import com.pfavanguard.secrets.SecretName;

/** Where Redis is and who we are there, at this moment. */
interface RedisAddress {
  /** Empty for no Redis. */
  String now();

  /** What {@link #now} says was refused: it may be out of date. */
  void renew();

  /** One that never changes. */
  record Fixed(String now) implements RedisAddress {
    @Override
    public void renew() {
      // Nobody knows another.
    }
  }

  /** The one that is kept with the secrets. */
  record Kept(LiveSecrets secrets) implements RedisAddress {
    @Override
    public String now() {
      return secrets.text(SecretName.REDIS);
    }

    @Override
    public void renew() {
      secrets.renewed(SecretName.REDIS, now());
    }
  }
}
