/** AWS Secrets Manager; its SDK is not touched before the first secret is asked of it. */
@org.jspecify.annotations.NullMarked
package com.pfavanguard.secrets.aws;
