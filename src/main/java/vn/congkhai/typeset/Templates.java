package vn.congkhai.typeset;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.context.JavaBeanValueResolver;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.context.MethodValueResolver;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/// Templates of `web/templates`, compiled once: a broken one stops the start.
public final class Templates {
  private final Map<String, Template> compiled = new HashMap<>();

  /// @param names without their ending
  public Templates(String... names) {
    Handlebars handlebars =
        new Handlebars(new ClassPathTemplateLoader("/web/templates", ".hbs"))
            .with(EscapingStrategy.HTML_ENTITY);
    try {
      for (String name : names) {
        compiled.put(name, handlebars.compile(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a template is broken", e);
    }
  }

  /// The page that the template makes of the view.
  ///
  /// @throws NoSuchElementException when there is no template of that name
  public Buffer draw(String name, Object view) {
    Template template = compiled.get(name);
    if (template == null) {
      throw new NoSuchElementException("template " + name);
    }
    Context context =
        Context.newBuilder(view)
            .resolver(
                MethodValueResolver.INSTANCE,
                MapValueResolver.INSTANCE,
                JavaBeanValueResolver.INSTANCE)
            .build();
    try {
      return Buffer.buffer(template.apply(context));
    } catch (IOException e) {
      throw new UncheckedIOException("drawing into memory does not fail", e);
    }
  }
}
