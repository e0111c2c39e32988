package vn.congkhai.pages;

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

/// The templates of `web/templates`, compiled once: a broken one stops the start.
final class Templates {
  private final Template province;
  private final Template agency;
  private final Template indicator;
  private final Template missing;

  Templates() {
    Handlebars handlebars =
        new Handlebars(new ClassPathTemplateLoader("/web/templates", ".hbs"))
            .with(EscapingStrategy.HTML_ENTITY);
    try {
      province = handlebars.compile("board");
      agency = handlebars.compile("agency");
      indicator = handlebars.compile("indicator");
      missing = handlebars.compile("missing");
    } catch (IOException e) {
      throw new UncheckedIOException("a template is broken", e);
    }
  }

  Buffer draw(Views.Province view) {
    return draw(province, view);
  }

  Buffer draw(Views.OneAgency view) {
    return draw(agency, view);
  }

  Buffer draw(Views.OneIndicator view) {
    return draw(indicator, view);
  }

  Buffer draw(Views.Missing view) {
    return draw(missing, view);
  }

  private static Buffer draw(Template template, Object view) {
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
