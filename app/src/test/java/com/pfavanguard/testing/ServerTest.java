package com.pfavanguard.testing;

import com.pfavanguard.Vanguard;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A whole server on a free port with a database of its own, the demonstration's organizations (RIO,
 * PORTARTHUR, HOLNG) and its users planner, planner-rio, viewer and admin. Test classes with the
 * same properties share one server; inject {@link ApiClient} and {@link TestDatabase}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Vanguard.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = FreshServer.class)
@Import(ApiClient.class)
public @interface ServerTest {}
