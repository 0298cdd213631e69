package slipway.engine.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.WebResourceRoot.ResourceSetType;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The web applications read the files of their plugins as those of the servlet context. Spring Boot finds these in the
 * packed jar and on a class path, but not where the jar lies laid out and names its libraries in its manifest.
 */
@Component
class PluginFiles implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String RESOURCES = "META-INF/resources";
    private static final String PLUGINS = RESOURCES + "/plugin";

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> context.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.CONFIGURE_START_EVENT)) {
                jars().forEach(jar -> add(context, jar));
            }
        }));
    }

    private static void add(Context context, URL jar) {
        context.getResources().createWebResourceSet(ResourceSetType.RESOURCE_JAR, "/", jar, "/" + RESOURCES);
    }

    /** Those that lie as files; what lies in another jar is found already. */
    private static List<URL> jars() {
        try {
            return Collections.list(PluginFiles.class.getClassLoader().getResources(PLUGINS)).stream()
                    .map(URL::toString)
                    .filter(url -> url.startsWith("jar:file:"))
                    .map(url -> url.substring(0, url.indexOf("!/") + 2))
                    .distinct()
                    .map(PluginFiles::url)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the libraries cannot be read", e);
        }
    }

    private static URL url(String jar) {
        try {
            return URI.create(jar).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(jar, e);
        }
    }
}
