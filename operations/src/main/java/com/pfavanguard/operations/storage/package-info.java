/** Where files are kept: a folder, or storage that speaks S3. */
@NullMarked
package com.pfavanguard.operations.storage;

import org.jspecify.annotations.NullMarked;
