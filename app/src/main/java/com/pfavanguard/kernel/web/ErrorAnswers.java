package com.pfavanguard.kernel.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors that the container raised before Spring saw the request, in the same shape. */
@Hidden
@RestController
class ErrorAnswers implements ErrorController {

  @RequestMapping("/error")
  ResponseEntity<Object> answer(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatusCode status =
        code instanceof Integer number ? HttpStatusCode.valueOf(number) : HttpStatus.NOT_FOUND;
    String detail =
        status.is5xxServerError()
            ? "Something went wrong on our side; the request id leads to the details."
            : "The request cannot be served.";
    return Problems.of(
        status, status.value() == 500 ? "internal" : Problems.codeOf(status), detail, request);
  }
}
