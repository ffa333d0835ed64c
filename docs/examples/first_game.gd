# A whole client for Godot 4: plays one game against a bot of the house, always the first legal action.
# Attach it to a node. Godot has no Socket.IO: the few packets that a client needs are written out here.
# Not tested by this project, which has no Godot.
extends Node

@export var url := "http://127.0.0.1:8080"

var token := ""
var user_id := ""
var game_id := ""
var socket := WebSocketPeer.new()
var sent := 0


func _ready() -> void:
	set_process(false)
	var guest: Dictionary = await post("/auth/guest", {"name": "Godot"})
	token = guest["access_token"]
	user_id = guest["user"]["id"]
	var bot := {"kind": "bot", "bot": "random"}
	var game: Dictionary = await post("/games", {"deck_id": "pocket-embers", "rules_config": "pocket", "opponent": bot})
	game_id = game["game_id"]
	socket.inbound_buffer_size = 1 << 20 # a state is longer than the default
	socket.connect_to_url(url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket")
	set_process(true)


func post(path: String, body: Dictionary) -> Dictionary:
	var request := HTTPRequest.new()
	add_child(request)
	var headers := ["Content-Type: application/json"]
	if token:
		headers.append("Authorization: Bearer " + token)
	request.request(url + path, headers, HTTPClient.METHOD_POST, JSON.stringify(body))
	var response: Array = await request.request_completed
	request.queue_free()
	return JSON.parse_string(response[3].get_string_from_utf8())


func _process(_delta: float) -> void:
	socket.poll()
	while socket.get_available_packet_count() > 0:
		receive(socket.get_packet().get_string_from_utf8())


# Engine.IO: 0 open, 2 ping, 3 pong, 4 message. Socket.IO in a message: 0 connect, 2 event.
func receive(packet: String) -> void:
	if packet.begins_with("0"):
		socket.send_text("40/game," + JSON.stringify({"token": token}))
	elif packet == "2":
		socket.send_text("3")
	elif packet.begins_with("42/game,"):
		var event: Array = JSON.parse_string(packet.substr(8))
		on_event(event[0], event[1])


func on_event(event: String, message: Dictionary) -> void:
	if event == "game:state" and message["state"]["legal_actions"].size() > 0:
		sent += 1
		var action: Dictionary = message["state"]["legal_actions"][0]
		var body := {"message_id": "godot-%d" % sent, "game_id": game_id, "action": action}
		socket.send_text("42/game," + JSON.stringify(["game:action", body]))
	elif event == "game:game_over":
		print("won" if message["winner_id"] == user_id else "lost", " by ", message["end_reason"])
		socket.close()
