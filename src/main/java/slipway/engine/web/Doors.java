package slipway.engine.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import slipway.identity.Clearance;

/** Every way in by HTTP; what is not named here is closed. */
@Configuration(proxyBeanMethods = false)
class Doors {
    private static final Pattern SET_UP =
            Pattern.compile("/camunda/(?:api/admin|app/[^/]+/[^/]+|app/[^/]+)/setup(?:/.*)?");

    /** Programs: stateless, the engine's users, on every request. Our endpoints name who may use them. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http, EngineUsers users, IdentityService identities, EndpointRefused refused)
            throws Exception {
        return http.securityMatcher(Below.of("/api", "/engine-rest", "/v3", "/actuator"))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No other one is asked after it: a wrong password counts once.
                .authenticationManager(new ProviderManager(users))
                .httpBasic(basic -> basic.authenticationEntryPoint(challenge()))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(challenge()).accessDeniedHandler(forbidden(refused)))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(new ForeignOrigin())
                        .denyAll()
                        .requestMatchers(Doors::isClosed)
                        .denyAll()
                        .requestMatchers(Below.of("/actuator/health", "/actuator/info"))
                        .authenticated()
                        .requestMatchers(Below.of("/actuator"))
                        .hasAuthority(Clearance.ADMINISTRATOR)
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(new EngineAuthentication(identities), AuthorizationFilter.class)
                .build();
    }

    /** People: Camunda's own filters see to sessions and forged requests; the first set-up is closed for good. */
    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) throws Exception {
        // The engine opens it to everybody when camunda-admin has no direct member (CVE-2026-77226).
        return http.securityMatcher(Below.of("/camunda"))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(missing())
                        .accessDeniedHandler(
                                (request, response, denied) -> missing().commence(request, response, null)))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(request -> isSetUp(request) || isClosed(request))
                                .denyAll()
                                .anyRequest()
                                .permitAll())
                .build();
    }

    /** Everything else: the way to Tasklist and the error page, nothing more. */
    @Bean
    @Order(3)
    SecurityFilterChain others(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(Customizer.withDefaults())
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(missing()))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(request -> Below.path(request).equals("/"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private static boolean isClosed(HttpServletRequest request) {
        return ClosedAddress.of(request).isPresent();
    }

    private static boolean isSetUp(HttpServletRequest request) {
        return SET_UP.matcher(Below.path(request)).matches();
    }

    private static AuthenticationEntryPoint challenge() {
        return (request, response, refused) -> {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Slipway\"");
            new Problem("NotAuthenticated", "Log in with the user and password of a Slipway user.").send(response, 401);
        };
    }

    private static AccessDeniedHandler forbidden(EndpointRefused refused) {
        return (request, response, denied) -> {
            Optional<ClosedAddress> closed = ClosedAddress.of(request);
            if (new ForeignOrigin().matches(request)) {
                refused.foreign(request, response);
            } else if (closed.isPresent()) {
                refused.send(request, response, closed.get().refusal());
            } else {
                refused.send(request, response, EndpointRefused.only(Clearance.ADMINISTRATORS));
            }
        };
    }

    private static AuthenticationEntryPoint missing() {
        return (request, response, refused) -> new Problem("NotFound", "There is nothing here.").send(response, 404);
    }
}
