package io.github.authfilters.docs;

import io.github.authfilters.servlet.BasicLoginServlet;
import io.github.authfilters.servlet.BearerOrCookieFilter;
import io.github.authfilters.servlet.LogoutServlet;
import io.github.authfilters.servlet.Realm;
import io.github.authfilters.servlet.TokenServlet;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors as beans of a Spring Boot application. */
// region: beans
@Configuration(proxyBeanMethods = false)
class SpringBootExample {

  @Bean
  Realm realm() {
    return Realm.builder()
        .signingKeys("env:AUTH_SIGNING_KEYS:-generated")
        .users("${sys:api.users|file:/etc/api/users.json}")
        .build();
  }

  @Bean
  FilterRegistrationBean<BearerOrCookieFilter> authFilter(Realm realm) {
    var bean =
        new FilterRegistrationBean<>(
            BearerOrCookieFilter.builder(realm).loginPath("/login").build());
    bean.addUrlPatterns("/*");
    bean.setDispatcherTypes(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
    return bean;
  }

  @Bean
  ServletRegistrationBean<BasicLoginServlet> login(Realm realm) {
    return new ServletRegistrationBean<>(
        BasicLoginServlet.builder(realm).successPath("/hello").build(), "/login");
  }

  @Bean
  ServletRegistrationBean<TokenServlet> token(Realm realm) {
    return new ServletRegistrationBean<>(new TokenServlet(realm), "/token");
  }

  @Bean
  ServletRegistrationBean<LogoutServlet> logout(Realm realm) {
    return new ServletRegistrationBean<>(LogoutServlet.builder(realm).build(), "/logout");
  }
}
// endregion
