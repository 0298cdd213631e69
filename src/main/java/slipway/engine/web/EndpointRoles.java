package slipway.engine.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import slipway.identity.MayUse;
import slipway.identity.Reader;

/** Lets in to an endpoint whom it names; one that names nobody serves nobody. */
@Configuration(proxyBeanMethods = false)
class EndpointRoles implements WebMvcConfigurer, HandlerInterceptor {
    private final EndpointRefused refused;

    EndpointRoles(EndpointRefused refused) {
        this.refused = refused;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        // An error is told after whoever asked was let in or not; files and redirects are the doors' business.
        if (request.getDispatcherType() == DispatcherType.ERROR
                || handler instanceof ResourceHttpRequestHandler
                || handler instanceof ParameterizableViewController) {
            return true;
        }
        MayUse said = handler instanceof HandlerMethod method ? method.getMethodAnnotation(MayUse.class) : null;
        if (said != null
                && Reader.of(SecurityContextHolder.getContext().getAuthentication())
                        .mayUse(said.value())) {
            return true;
        }
        refused.send(request, response, sentence(said));
        return false;
    }

    private static String sentence(@Nullable MayUse said) {
        return said == null
                ? "this address names nobody who may use it; report it to an administrator"
                : EndpointRefused.only(said.value());
    }
}
