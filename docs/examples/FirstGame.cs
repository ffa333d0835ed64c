// A whole client for Unity or plain .NET: plays one game against a bot of the house, always the first legal action.
// Packages: SocketIOClient (Engine.IO 4) and Newtonsoft.Json. In Unity add it to an object, or call Play from Start.
// Not tested by this project, which has no Unity and no .NET.
using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using SocketIOClient;

public static class FirstGame
{
    public static async Task Play(string url = "http://127.0.0.1:8080")
    {
        using var http = new HttpClient();
        async Task<JObject> Post(string path, JObject body)
        {
            var content = new StringContent(body.ToString(), Encoding.UTF8, "application/json");
            var response = await http.PostAsync(url + path, content);
            var text = await response.Content.ReadAsStringAsync();
            if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{path}: {text}");
            return JObject.Parse(text);
        }

        var guest = await Post("/auth/guest", new JObject { ["name"] = "Unity" });
        var token = (string)guest["access_token"];
        var user = (string)guest["user"]["id"];
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var bot = new JObject { ["kind"] = "bot", ["bot"] = "random" };
        var wanted = new JObject { ["deck_id"] = "pocket-embers", ["rules_config"] = "pocket", ["opponent"] = bot };
        var game = await Post("/games", wanted);
        var gameId = (string)game["game_id"];

        var over = new TaskCompletionSource<string>();
        var sent = 0;
        using var socket = new SocketIO(url + "/game", new SocketIOOptions { Auth = new { token } });
        socket.On("game:state", async response =>
        {
            var state = JObject.Parse(response.GetValue<System.Text.Json.JsonElement>().GetRawText())["state"];
            var legal = (JArray)state["legal_actions"];
            if (legal.Count == 0) return; // the opponent acts
            var action = System.Text.Json.JsonDocument.Parse(legal[0].ToString()).RootElement;
            await socket.EmitAsync("game:action", new { message_id = $"unity-{++sent}", game_id = gameId, action });
        });
        socket.On("game:game_over", response =>
        {
            var end = response.GetValue<System.Text.Json.JsonElement>();
            var won = end.GetProperty("winner_id").GetString() == user;
            over.TrySetResult($"{(won ? "won" : "lost")} by {end.GetProperty("end_reason").GetString()}");
        });
        await socket.ConnectAsync();
        Console.WriteLine(await over.Task); // in Unity: Debug.Log
        await socket.DisconnectAsync();
    }
}
