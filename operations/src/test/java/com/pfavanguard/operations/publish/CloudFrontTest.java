package com.pfavanguard.operations.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pfavanguard.operations.OperationRefused;
import com.pfavanguard.operations.testing.StubService;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class CloudFrontTest {
  private static CloudFront at(StubService service) {
    return new CloudFront(
        service.address(),
        "E123",
        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "s3cret")));
  }

  @Test
  void theInvalidationIsSignedAndItsNameIsReturned() throws Exception {
    try (StubService service = new StubService()) {
      service.answers(201, "<Invalidation><Id>I2J0I21PCUYOIK</Id></Invalidation>");

      assertThat(at(service).invalidateAll("r-1")).isEqualTo("I2J0I21PCUYOIK");

      StubService.Request request = service.requests.getFirst();
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.path()).isEqualTo("/2020-05-31/distribution/E123/invalidation");
      assertThat(request.authorization())
          .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")
          .contains("/us-east-1/cloudfront/aws4_request", "Signature=")
          .doesNotContain("s3cret");
      assertThat(request.body())
          .contains("<CallerReference>r-1</CallerReference>", "<Path>/*</Path>", "<Quantity>1<");
    }
  }

  @Test
  void aRefusalIsNamed() {
    try (StubService service = new StubService()) {
      service.answers(
          403, "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>");
      assertThatThrownBy(() -> at(service).invalidateAll("r-1"))
          .isInstanceOf(OperationRefused.class)
          .hasMessageContainingAll("E123", "AccessDenied", "403");
    }
  }
}
