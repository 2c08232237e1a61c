package io.contractcheck.it.life;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@link Trade#BLOG}. */
final class Blog {
    private static final Form AUTHOR = Form.of(Field.text("name", 1, 60));
    private static final Form POST =
            Form.of(Field.text("title", 1, 100), Field.id("authorId"), Field.text("text", 0, 2000));

    private final Flaw flaw;
    private final Things authors = new Things("id", Ids::uuid, AUTHOR, Dress.PLAIN, Slip.NONE, path -> true);
    private final Things posts;

    private Blog(Flaw flaw) {
        this.flaw = flaw;
        Slip slip = flaw == Flaw.POST_DELETED_TWICE ? Slip.FAILS_DELETED_TWICE : Slip.NONE;
        this.posts = new Things("id", Ids::uuid, POST, Dress.PLAIN, slip, path -> true);
    }

    static List<Route> routes(Flaw flaw) {
        Blog blog = new Blog(flaw);
        return List.of(
                Route.get("/authors", blog.authors::list),
                Route.post("/authors", AUTHOR, blog.authors::create),
                Route.get("/authors/{authorId}", blog.authors::read),
                Route.put("/authors/{authorId}", AUTHOR, blog.authors::change),
                Route.delete("/authors/{authorId}", blog::dismiss),
                Route.get("/posts", blog::list),
                Route.post("/posts", POST, blog::publish),
                Route.get("/posts/{postId}", blog::read),
                Route.put("/posts/{postId}", POST, blog::change),
                Route.delete("/posts/{postId}", blog.posts::delete));
    }

    private boolean hasAuthor(ObjectNode post) {
        return authors.has("/authors/" + post.path("authorId").asText());
    }

    private static Reply nobody() {
        return Reply.problem(409, "there is no such author");
    }

    private Reply dismiss(Call call) {
        String author = call.names().getOrDefault("authorId", "");
        boolean busy =
                posts.all().stream().anyMatch(p -> p.path("authorId").asText().equals(author));
        return busy && flaw != Flaw.AUTHOR_GONE
                ? Reply.problem(409, "there are posts of this author")
                : authors.delete(call);
    }

    private Reply list(Call call) {
        List<String> author = call.given("authorId");
        if (author.size() > 1 || !author.stream().allMatch(Field::isId)) {
            return Reply.problem(400, "authorId is an id, given once");
        }
        return posts.list(
                call,
                post -> author.isEmpty()
                        || author.contains(post.path("authorId").asText()));
    }

    private Reply publish(Call call) {
        return hasAuthor((ObjectNode) call.body()) ? posts.create(call) : nobody();
    }

    private Reply read(Call call) {
        boolean orphaned =
                posts.find(call.path()).filter(post -> !hasAuthor(post)).isPresent();
        return orphaned ? Reply.failed() : posts.read(call);
    }

    private Reply change(Call call) {
        return !posts.has(call.path()) || hasAuthor((ObjectNode) call.body()) ? posts.change(call) : nobody();
    }
}
