package com.pfavanguard.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Requests that Spring itself cannot serve: bad JSON, bad parameters, wrong method and so on. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestAdvice extends ResponseEntityExceptionHandler {

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception ex,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    HttpServletRequest servlet = ((ServletWebRequest) request).getRequest();
    String code = codeOf(ex, status);
    return Problems.answer(Problems.detail(status, code, detailOf(ex, body), servlet), headers);
  }

  private static String codeOf(Exception ex, HttpStatusCode status) {
    return switch (ex) {
      case HttpMessageNotReadableException e ->
          e.getCause() instanceof UnrecognizedPropertyException
              ? "unknown_property"
              : "malformed_json";
      case TypeMismatchException _,
          ServletRequestBindingException _,
          HandlerMethodValidationException _ ->
          "bad_parameter";
      default -> Problems.codeOf(status);
    };
  }

  private static String detailOf(Exception ex, @Nullable Object body) {
    return switch (ex) {
      case HttpMessageNotReadableException e -> unreadable(e.getCause());
      case MethodArgumentTypeMismatchException e ->
          "Parameter '" + e.getName() + "' does not have the expected form.";
      default ->
          body instanceof ProblemDetail problem && problem.getDetail() != null
              ? problem.getDetail()
              : "The request cannot be served.";
    };
  }

  /** Says where the JSON is wrong, but repeats neither Java types nor the caller's own text. */
  private static String unreadable(@Nullable Throwable cause) {
    return switch (cause) {
      case UnrecognizedPropertyException e ->
          "There is no property '" + path(e) + "' in this request.";
      case StreamReadException e ->
          "The body is not JSON: see line %d, column %d."
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      case DatabindException e when !e.getPath().isEmpty() ->
          "Property '" + path(e) + "' does not have the expected form.";
      case null, default -> "The body must be a JSON object.";
    };
  }

  private static String path(DatabindException e) {
    StringBuilder path = new StringBuilder();
    for (var step : e.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }
}
