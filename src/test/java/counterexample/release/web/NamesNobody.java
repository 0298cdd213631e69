package counterexample.release.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

class NamesNobody implements WebMvcConfigurer {
    @GetMapping("/api/everything")
    String everything() {
        return "";
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/elsewhere", "/");
    }
}
