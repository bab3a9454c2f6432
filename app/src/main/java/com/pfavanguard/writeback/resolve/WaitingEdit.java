package com.pfavanguard.writeback.resolve;

import com.pfavanguard.kernel.FieldValues;
import java.util.UUID;

/** An edit of somebody on a record that no worker has begun yet. */
record WaitingEdit(String pfaId, UUID authorId, UUID modificationId, FieldValues payload) {}
