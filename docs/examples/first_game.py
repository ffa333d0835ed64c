"""A whole client: plays one game against one of the server's bots, always the first legal action."""
import sys
import requests
import socketio

url = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080"


def post(path, body, token=None):
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    response = requests.post(url + path, json=body, headers=headers, timeout=20)
    response.raise_for_status()
    return response.json()


guest = post("/auth/guest", {"name": "First Game"})
token, user = guest["access_token"], guest["user"]
bot = {"kind": "bot", "bot": "random"}
game = post("/games", {"deck_id": "pocket-embers", "rules_config": "pocket", "opponent": bot}, token)["game_id"]

client = socketio.Client()


@client.on("game:state", namespace="/game")
def act(message):
    actions = message["state"]["legal_actions"]
    if actions:  # otherwise the opponent acts
        action = {"message_id": str(message["event_id"]), "game_id": game, "action": actions[0]}
        client.emit("game:action", action, namespace="/game")
        print(message["event_id"], actions[0]["type"], flush=True)


@client.on("game:game_over", namespace="/game")
def over(message):
    print("won" if message["winner_id"] == user["id"] else "lost", "by", message["end_reason"], flush=True)
    client.disconnect()


client.connect(url, namespaces=["/game"], auth={"token": token})
client.wait()
