package io.github.authfilters.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** The things that belong to whoever asks: one, called Foo. */
@WebServlet({"/users/me/items", "/users/me/items/"})
public final class ItemsServlet extends ReadOnlyServlet {

  private final JsonMapper json = JsonMapper.builder().build();

  private record Item(@JsonProperty("item_id") String id, String owner) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<Item> items = List.of(new Item("Foo", request.getRemoteUser()));
    send(response, "application/json", json.writeValueAsBytes(items));
  }
}
