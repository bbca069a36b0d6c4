package io.github.invoicingsdk.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Turns Markdown into pages. Beyond CommonMark and tables: a heading may end in {@code {#anchor}},
 * and a link to {@code api:} and a class's name leads to its Javadoc.
 */
final class MarkdownPages {

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Pattern ANCHOR = Pattern.compile("\\s*\\{#([a-z0-9-]+)\\}$");
  private static final String API = "api:";

  private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
  private final ApiLinks api;

  MarkdownPages(ApiLinks api) {
    this.api = api;
  }

  /** A page whose first heading is its title and whose first paragraph describes it. */
  Page page(String file, Page.Group group, String markdown) {
    Node document = parser.parse(markdown.replaceAll("<!--.*?-->\\R?", ""));
    if (!(document.getFirstChild() instanceof Heading title) || title.getLevel() != 1) {
      throw new IllegalArgumentException(file + " does not begin with its title");
    }
    if (!(title.getNext() instanceof Paragraph lead)) {
      throw new IllegalArgumentException(file + " does not say what it is about below its title");
    }
    String name = text(title);
    String description = text(lead);
    title.unlink();
    List<Page.Part> parts = new ArrayList<>();
    Map<Node, String> anchors = new HashMap<>();
    document.accept(new Headings(parts, anchors));
    document.accept(new Links());
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .nodeRendererFactory(CodeRenderer::new)
            .attributeProviderFactory(
                context ->
                    (node, tag, attributes) -> {
                      String anchor = anchors.get(node);
                      if (anchor != null) {
                        attributes.put("id", anchor);
                      }
                      if (node.equals(lead)) {
                        attributes.put("class", "lead");
                      }
                      if (tag.equals("th")) {
                        attributes.put("scope", "col");
                      }
                    })
            .build();
    String body =
        renderer
            .render(document)
            .replace("<table>", Tables.BOX + "<table>")
            .replace("</table>", "</table></div>");
    return new Page(file, name, description, group, body, List.copyOf(parts));
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(Code part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak part) {
            text.append(' ');
          }
        });
    return text.toString();
  }

  /** Gives headings their anchors. */
  private static final class Headings extends AbstractVisitor {

    private final List<Page.Part> parts;
    private final Map<Node, String> anchors;

    Headings(List<Page.Part> parts, Map<Node, String> anchors) {
      this.parts = parts;
      this.anchors = anchors;
    }

    @Override
    public void visit(Heading heading) {
      String id = null;
      if (heading.getLastChild() instanceof Text last) {
        Matcher matcher = ANCHOR.matcher(last.getLiteral());
        if (matcher.find()) {
          id = matcher.group(1);
          last.setLiteral(last.getLiteral().substring(0, matcher.start()));
        }
      }
      String title = text(heading);
      String anchor = id == null ? Html.anchor(title) : id;
      if (anchors.containsValue(anchor)) {
        throw new IllegalArgumentException("two headings have the anchor " + anchor);
      }
      anchors.put(heading, anchor);
      if (heading.getLevel() == 2) {
        parts.add(new Page.Part(anchor, title));
      }
    }
  }

  /** Leads links of pages to what they mean. */
  private final class Links extends AbstractVisitor {

    @Override
    public void visit(Link link) {
      String address = link.getDestination();
      if (address.startsWith(API)) {
        api.of(address.substring(API.length()))
            .ifPresentOrElse(link::setDestination, () -> unwrap(link));
      } else if (address.contains(".md")) {
        link.setDestination(address.replaceFirst("\\.md(?=#|$)", ".html"));
      }
      visitChildren(link);
    }

    private static void unwrap(Link link) {
      Node child = link.getFirstChild();
      while (child != null) {
        Node next = child.getNext();
        link.insertBefore(child);
        child = next;
      }
      link.unlink();
    }
  }

  /** Writes blocks of code, those of Java in colours. */
  private record CodeRenderer(HtmlNodeRendererContext context) implements NodeRenderer {

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
      FencedCodeBlock block = (FencedCodeBlock) node;
      HtmlWriter html = context.getWriter();
      String code = block.getLiteral();
      html.line();
      html.raw("<pre tabindex=\"0\"><code>");
      html.raw("java".equals(block.getInfo()) ? JavaColours.html(code) : Html.escape(code));
      html.raw("</code></pre>");
      html.line();
    }
  }
}
