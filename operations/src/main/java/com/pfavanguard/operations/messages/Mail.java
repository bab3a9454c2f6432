package com.pfavanguard.operations.messages;

import com.pfavanguard.operations.OperationRefused;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;

/**
 * One mail over SMTP; the people it goes to do not see one another. The template's line: {@code
 * Subject}.
 *
 * @param server {@code smtps://user:password@host:465} or {@code smtp://host:587}, which takes TLS
 *     where it is offered and insists on it before it sends a password to another machine
 */
record Mail(URI server, String from, List<String> to) implements Channel {
  private static final String PATIENCE_MILLIS = "10000";

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public String destination() {
    return "%d people by %s".formatted(to.size(), server.getHost());
  }

  @Override
  public void send(Text text) throws Unsent {
    String scheme = server.getScheme();
    Session session = Session.getInstance(properties(scheme));
    try (Transport transport = session.getTransport(scheme)) {
      MimeMessage mail = message(session, text);
      String[] user = user();
      transport.connect(server.getHost(), server.getPort(), user[0], user[1]);
      transport.sendMessage(mail, addresses(to).toArray(new InternetAddress[0]));
    } catch (AuthenticationFailedException e) {
      throw new Unsent(server.getHost() + " refuses user and password", false);
    } catch (SendFailedException e) {
      throw new Unsent(server.getHost() + " refuses the people it should go to", false);
    } catch (MessagingException e) {
      throw new Unsent(server.getHost() + " did not take the mail", true, e);
    }
  }

  private MimeMessage message(Session session, Text text) throws MessagingException {
    MimeMessage mail = new MimeMessage(session);
    mail.setFrom(addresses(List.of(from)).getFirst());
    mail.setRecipients(Message.RecipientType.TO, "undisclosed-recipients:;");
    mail.setSubject(text.header("Subject"), "UTF-8");
    mail.setText(text.body(), "UTF-8");
    mail.setHeader(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
    return mail;
  }

  private Properties properties(String scheme) {
    String[] user = user();
    Properties properties = new Properties();
    String prefix = "mail." + scheme + ".";
    properties.setProperty(prefix + "auth", Boolean.toString(user[0] != null));
    properties.setProperty(prefix + "connectiontimeout", PATIENCE_MILLIS);
    properties.setProperty(prefix + "timeout", PATIENCE_MILLIS);
    properties.setProperty(prefix + "writetimeout", PATIENCE_MILLIS);
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    properties.setProperty(prefix + "starttls.enable", "true");
    properties.setProperty(
        prefix + "starttls.required", Boolean.toString(user[0] != null && !onThisMachine()));
    return properties;
  }

  private boolean onThisMachine() {
    try {
      return InetAddress.getByName(server.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  @SuppressWarnings("NullAway") // The library takes null for: nobody signs in.
  private String[] user() {
    String given = server.getRawUserInfo();
    if (given == null) {
      return new String[] {null, null};
    }
    String[] parts = given.split(":", 2);
    return new String[] {decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : ""};
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static List<InternetAddress> addresses(List<String> texts) {
    return texts.stream().map(Mail::address).toList();
  }

  private static InternetAddress address(String text) {
    try {
      return new InternetAddress(text, true);
    } catch (MessagingException e) {
      throw new OperationRefused(text + " is no mail address", e);
    }
  }

  @Override
  public String toString() {
    return "mail to " + destination();
  }
}
