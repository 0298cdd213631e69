package slipway.engine.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import slipway.identity.Clearance;
import slipway.identity.MayUse;

/** Work waits in Tasklist, so that is where the address alone leads. */
@Configuration(proxyBeanMethods = false)
class FrontPage implements WebMvcConfigurer {
    @Override
    @MayUse(Clearance.ANYBODY)
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/camunda/app/tasklist/default/");
    }
}
