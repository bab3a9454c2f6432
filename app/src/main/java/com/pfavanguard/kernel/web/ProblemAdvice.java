package com.pfavanguard.kernel.web;

import com.pfavanguard.kernel.ApiException;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps what goes wrong to problem details; nothing of the inside leaves the house. */
@RestControllerAdvice
@Order(10)
class ProblemAdvice {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  /**
   * SQLSTATEs character_not_in_repertoire, untranslatable_character and
   * invalid_text_representation: PostgreSQL's text has no NUL, and its JSON neither that nor half a
   * surrogate pair.
   */
  private static final Set<String> NOT_IN_ENCODING = Set.of("22021", "22P05", "22P02");

  @ExceptionHandler
  ResponseEntity<Object> refused(ApiException refusal, HttpServletRequest request) {
    return Problems.of(refusal, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> databaseAway(
      DataAccessResourceFailureException e, HttpServletRequest request) {
    return unavailable(e, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> noTransaction(
      CannotCreateTransactionException e, HttpServletRequest request) {
    return unavailable(e, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> databaseError(DataAccessException e, HttpServletRequest request) {
    if (e instanceof TransientDataAccessException) {
      return unavailable(e, request);
    }
    if (e.getMostSpecificCause() instanceof SQLException cause
        && NOT_IN_ENCODING.contains(String.valueOf(cause.getSQLState()))) {
      return Problems.of(
          HttpStatus.BAD_REQUEST,
          "bad_parameter",
          "A text holds a character that cannot be stored.",
          request);
    }
    return internal(e, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> internal(Exception e, HttpServletRequest request) {
    log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
    return Problems.of(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal",
        "Something went wrong on our side; the request id leads to the details.",
        request);
  }

  private static ResponseEntity<Object> unavailable(Exception e, HttpServletRequest request) {
    log.warn("The database is unavailable: {}", e.getMessage());
    return Problems.of(
        HttpStatus.SERVICE_UNAVAILABLE,
        "database_unavailable",
        "The database cannot be reached just now; try again in a moment.",
        request);
  }
}
