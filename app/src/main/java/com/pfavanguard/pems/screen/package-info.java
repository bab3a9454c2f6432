/** Single records: the user-defined screen's requests and answers. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.pems.screen;
