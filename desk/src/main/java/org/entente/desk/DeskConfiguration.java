package org.entente.desk;

import java.time.Clock;
import org.entente.desk.member.Carrier;
import org.entente.desk.member.MailCarrier;
import org.entente.desk.member.MemberFeature;
import org.entente.desk.member.OpenIdPages;
import org.entente.desk.member.Postman;
import org.entente.desk.publish.Scheduler;
import org.entente.store.MemberSessions;
import org.entente.store.Store;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The parts of the desk and how they hang together; nothing is found by scanning. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  MultipartAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class,
  ServletWebSecurityAutoConfiguration.class
})
class DeskConfiguration {
  @Bean
  Assets assets() {
    return new Assets();
  }

  @Bean
  Pages pages(DeskSettings settings, Assets assets) {
    return new Pages(new Frames(settings, assets));
  }

  @Bean
  Faults faults(Pages pages) {
    return new Faults(pages);
  }

  @Bean
  Room room(Store store, Pages pages) {
    return new Room(store, pages);
  }

  @Bean
  Sessions sessions(Store store, Clock clock) {
    return new Sessions(new MemberSessions(store, clock));
  }

  @Bean
  Entrance entrance(Sessions sessions, Clock clock) {
    return new Entrance(sessions, new Passwords(), new RateLimits(clock));
  }

  @Bean
  OpenIdPages openId(Room room, Entrance entrance, Site site, DeskSettings settings) {
    OpenIdSettings issuer = settings.outside().openId();
    return new OpenIdPages(room.store(), room.pages(), entrance, site, issuer);
  }

  @Bean
  MemberFeature member(
      Room room, Entrance entrance, Site site, Carrier carrier, OpenIdPages openId) {
    return MemberFeature.of(room, entrance, site, carrier, openId);
  }

  @Bean
  Work work(Room room, DeskSettings settings, Site site, Entrance entrance, MemberFeature member) {
    return Work.of(room, settings.outside(), site, entrance.limits(), member.postman()::poke);
  }

  @Bean
  Carrier carrier(DeskSettings settings) {
    return new MailCarrier(settings.outside());
  }

  @Bean
  Features features(Room room, Work work, MemberFeature member, Site site, Entrance entrance) {
    return Features.of(room, work, member, site, entrance.limits());
  }

  @Bean
  Postman postman(Features features) {
    return features.member().postman();
  }

  @Bean
  Scheduler scheduler(Features features) {
    return features.publish().scheduler();
  }

  @Bean
  Routes routes(Assets assets, Faults faults, Features features) {
    return new Routes(assets, faults, features);
  }

  @Bean
  RouterFunction<ServerResponse> router(Routes routes) {
    return routes.router();
  }

  @Bean
  SecurityFilterChain chain(HttpSecurity http, Routes routes, Sessions sessions) {
    return Security.chain(http, routes, sessions);
  }

  @Bean
  ErrorPageRegistrar refusals() {
    return registry -> registry.addErrorPages(new ErrorPage(Routes.REFUSED));
  }
}
